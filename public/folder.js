// The folder for automatic backups: chosen once, remembered as a handle in a database of the page's own, written to for as
// long as the browser allows. What is written, when, and what may go again is decided in src/backup and src/app/tasks.
const DATABASE = "dianzhang-folder";
const WRITE = { mode: "readwrite" };

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function handles(mode, use) {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("handles");
  const database = await settled(opening);
  try {
    return await settled(use(database.transaction("handles", mode).objectStore("handles")));
  } finally {
    database.close();
  }
}

let folder; // undefined: not looked for yet; null: none

async function remembered() {
  folder ??= (await handles("readonly", (store) => store.get("folder"))) ?? null;
  return folder;
}

/** Whether this browser has folders to write to at all. */
export const isOffered = () => typeof window.showDirectoryPicker === "function";

/** The folder's name, and whether it may be written to without asking; nothing when none was chosen. */
export async function look() {
  const chosen = await remembered();
  return chosen && [chosen.name, (await chosen.queryPermission(WRITE)) === "granted" ? "granted" : "prompt"];
}

/** Lets the operator choose a folder; false when nothing was chosen. */
export async function choose() {
  try {
    folder = await window.showDirectoryPicker({ id: "dianzhang-backup", startIn: "documents", ...WRITE });
  } catch (error) {
    if (error.name === "AbortError") return false;
    throw error;
  }
  await handles("readwrite", (store) => store.put(folder, "folder"));
  return true;
}

/** Asks the operator, who has just clicked, to let us write again. */
export const allow = async () => (await (await remembered()).requestPermission(WRITE)) === "granted";

export async function forget() {
  folder = null;
  await handles("readwrite", (store) => store.delete("folder"));
}

/** Writes a file and gives it back as it is on the disk. */
export async function write(name, content) {
  const file = await (await remembered()).getFileHandle(name, { create: true });
  const writing = await file.createWritable();
  await writing.write(content);
  await writing.close();
  return file.getFile();
}

export async function names() {
  const found = [];
  for await (const [name, entry] of (await remembered()).entries()) if (entry.kind === "file") found.push(name);
  return found;
}

export const remove = async (name) => (await remembered()).removeEntry(name);

/** Holds what only one tab may do at a time, until the returned function is called; nothing when another tab holds it. */
export function hold() {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request("dianzhang-backup", { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        return new Promise((release) => resolve(release));
      })
      .catch(reject);
  });
}
