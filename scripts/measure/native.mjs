// Criterion's report as a table: reads it from the standard input.
import { createInterface } from "node:readline";

const rows = process.argv[2];
const notes = [];
const lines = [];
let name;
for await (const line of createInterface({ input: process.stdin })) {
  const time = line.match(/^(.*?)\s*time:\s+\[\S+ \S+ (\S+ \S+) /);
  const speed = line.match(/^\s*thrpt:\s+\[\S+ \S+ (\S+ \S+) /);
  if (time) {
    name = time[1].trim() || name;
    lines.push({ name, time: time[2], speed: "" });
  } else if (speed) lines.at(-1).speed = speed[1];
  else if (/^stored /.test(line)) notes.push(line);
  else if (/^\S+\/\S.*[^:]$/.test(line) && !line.includes("Benchmarking")) name = line.trim();
}
console.log(`\n### Natively, one thread, ${rows} orders\n\n| what | time | speed |\n|--|--|--|`);
for (const { name, time, speed } of lines) console.log(`| ${name} | ${time} | ${speed} |`);
for (const note of new Set(notes)) console.log(`\n${note}`);
if (lines.length === 0) process.exitCode = 1;
