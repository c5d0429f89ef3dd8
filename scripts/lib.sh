# shellcheck shell=bash
# What every script needs before it starts: a Python, the locked virtualenv, npm packages, Debian packages.
# Each `ensure_…` is silent and immediate when nothing changed since the last run; two may run at once.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export ETH_HASH_BACKEND=pysha3
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
unset PYTHONDONTWRITEBYTECODE # many processes are started here, each of hundreds of modules

die() { # die WHAT REMEDY: one line, then the end
    echo "$(basename "$0"): $1. $2" >&2
    exit 1
}

quietly() { # quietly WHAT REMEDY COMMAND...: its output is shown only when it fails
    local what="$1" remedy="$2" log
    shift 2
    log="$(mktemp)"
    if ! "$@" >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        rm -f "$log"
        die "$what" "$remedy"
    fi
    rm -f "$log"
}

stamp_of() { # stamp_of FILE...: changes when one of them does
    cat "$@" | sha256sum | cut -d' ' -f1
}

is_current() { # is_current STAMPFILE STAMP
    [[ -f "$1" && "$(<"$1")" == "$2" ]]
}

find_python() { # prints a Python of at least 3.11 that can make virtualenvs
    local python
    for python in python3.11 python3 python3.12 python3.13; do
        if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    die "no Python >= 3.11 with venv found" "Install it: apt-get install python3.11 python3.11-venv"
}

ensure_venv() { # .venv as scripts/lock/dev.txt says, with this checkout installed in it
    local stamp lock="$ROOT/scripts/lock/dev.txt"
    # Of pyproject.toml only what packaging reads: the settings of tools stand below it.
    stamp="$(stamp_of "$ROOT/scripts/lock/pip.txt" "$lock" <(sed '/^\[tool\.ruff\]/,$d' "$ROOT/pyproject.toml")) $ROOT"
    is_current "$ROOT/.venv/stamp" "$stamp" && return
    exec 9>"$ROOT/.venv.lock"
    flock 9
    is_current "$ROOT/.venv/stamp" "$stamp" || make_venv "$stamp" "$lock"
    exec 9>&-
}

make_venv() { # make_venv STAMP LOCK: only with the lock held
    echo "setting up .venv (about a minute, only when the lock changes) …" >&2
    rm -f "$ROOT/.venv/stamp"
    # A virtualenv moved from elsewhere points at its old place: make it anew.
    "$ROOT/.venv/bin/python" -c '' 2>/dev/null && [[ -f "$ROOT/.venv/pyvenv.cfg" ]] || rm -rf "$ROOT/.venv"
    fill_venv "$ROOT/.venv" "$2"
    quietly "cannot install this checkout" "See the lines above." \
        "$ROOT/.venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --no-index -e "$ROOT"
    echo "$1" >"$ROOT/.venv/stamp"
}

fill_venv() { # fill_venv VENV LOCK: with what the lock says, by a pip that is locked too (Python's own takes three times as long)
    local python lock pip=("$1/bin/python" -m pip install --quiet --no-deps --no-compile --require-hashes)
    python="$(find_python)" || exit 1
    quietly "cannot make $1" "Is the disk full, or python3.11-venv missing?" "$python" -m venv "$1"
    for lock in "$ROOT/scripts/lock/pip.txt" "$2"; do
        quietly "cannot install what ${lock##*/} locks" "Is a package index reachable by pip?" "${pip[@]}" -r "$lock"
    done
}

ensure_tool() { # ensure_tool NAME: a virtualenv for it alone in .cache/tools, as scripts/lock/NAME.txt says
    local venv="$ROOT/.cache/tools/$1" lock="$ROOT/scripts/lock/$1.txt"
    local stamp
    stamp="$(stamp_of "$ROOT/scripts/lock/pip.txt" "$lock") $ROOT"
    is_current "$venv/stamp" "$stamp" && return
    echo "setting up $1 (only when its lock changes) …" >&2
    rm -rf "$venv"
    fill_venv "$venv" "$lock"
    echo "$stamp" >"$venv/stamp"
}

ensure_npm() { # ensure_npm DIRECTORY: its node_modules as its package-lock.json says
    local dir="$ROOT/$1" stamp
    stamp="$(stamp_of "$dir/package-lock.json" "$dir/package.json")"
    is_current "$dir/node_modules/.stamp" "$stamp" && return
    command -v npm >/dev/null || ensure_deb nodejs npm
    exec 8>"$ROOT/.npm.lock"
    flock 8
    if ! is_current "$dir/node_modules/.stamp" "$stamp"; then
        echo "setting up $1/node_modules (only when its lock changes) …" >&2
        quietly "npm ci failed in $1" "Is a package registry reachable by npm?" \
            npm ci --prefix "$dir" --no-audit --no-fund --ignore-scripts
        echo "$stamp" >"$dir/node_modules/.stamp"
    fi
    exec 8>&-
}

ensure_deb() { # ensure_deb PACKAGE...: Debian packages, installed only when missing
    local package missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [[ ${#missing[@]} -eq 0 ]] && return
    command -v apt-get >/dev/null || die "missing: ${missing[*]}" "Install them by this system's package manager"
    [[ $EUID -eq 0 ]] || die "missing: ${missing[*]}" "Run: sudo apt-get install ${missing[*]}"
    echo "installing ${missing[*]} …" >&2
    quietly "apt-get update failed" "Is a Debian mirror reachable?" apt-get update -qq
    quietly "cannot install ${missing[*]}" "Install them by hand and try again." \
        env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
