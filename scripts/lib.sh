# shellcheck shell=bash
# Sourced by the other scripts: what has to be installed, and how. All of it is quick when nothing is missing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

tools_dir=${DIANZHANG_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/dianzhang-tools}
export PATH="$tools_dir/bin:$root/node_modules/.bin:$PATH"

say() { printf '%s\n' "$*" >&2; }
die() {
  say "error: $*"
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# cargo_tool CRATE VERSION PROGRAM OPT_LEVEL: these programs run for seconds, so a quick build beats quick code.
cargo_tool() {
  local crate=$1 version=$2 program=$3 opt_level=$4
  [[ "$("$program" --version 2>/dev/null)" == "$program $version"* ]] && return
  say "installing $crate $version into $tools_dir"
  if has cargo-binstall &&
    cargo binstall --no-confirm --force --root "$tools_dir" "$crate@$version" >&2; then
    return
  fi
  local features=()
  [[ $crate == trunk ]] && features=(--no-default-features)
  env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS \
    CARGO_TARGET_DIR="$tools_dir/build" \
    CARGO_PROFILE_RELEASE_OPT_LEVEL="$opt_level" \
    CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_STRIP=debuginfo \
    cargo install "$crate" --version "=$version" --locked --force --root "$tools_dir" "${features[@]}" >&2
  rm -rf "$tools_dir/build"
}

locked_version() {
  awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock
}

node_packages() {
  has npm || die "Node.js 20 or newer with npm is needed."
  local stamp=node_modules/.dianzhang-lock
  cmp -s package-lock.json "$stamp" && return
  say "installing the npm packages"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json "$stamp"
}

# What a build needs.
build_tools() {
  has cargo || die "Rust is needed: https://rustup.rs"
  local target=wasm32-unknown-unknown
  if [[ ! -d "$(rustc --print sysroot)/lib/rustlib/$target" ]]; then
    has rustup || die "the Rust target $target is needed."
    rustup target add "$target" >&2
  fi
  node_packages
  cargo_tool trunk 0.21.14 trunk 0
  cargo_tool wasm-bindgen-cli "$(locked_version wasm-bindgen)" wasm-bindgen 1
  cargo fetch --locked --quiet
}

# What the tests need besides: a browser, its driver, and Chinese letters for the screenshots.
test_tools() {
  CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
  local missing=()
  [[ -n $CHROMIUM ]] || missing+=(chromium)
  [[ -n $CHROMEDRIVER ]] || missing+=(chromium-driver)
  if has fc-list; then
    [[ -n "$(fc-list :lang=zh-cn)" ]] || missing+=(fonts-noto-cjk)
  else
    missing+=(fontconfig fonts-noto-cjk)
  fi
  if ((${#missing[@]})); then
    has apt-get || die "please install, by these or similar names: ${missing[*]} (or set CHROMIUM and CHROMEDRIVER)."
    say "installing ${missing[*]}"
    local as_root=()
    ((EUID == 0)) || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
    CHROMIUM=${CHROMIUM:-$(command -v chromium)}
    CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)}
  fi
  export CHROMIUM CHROMEDRIVER
}
