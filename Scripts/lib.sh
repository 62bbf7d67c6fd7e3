# shellcheck shell=bash
#
# What the scripts share: finding out what this machine lacks, installing it, and building with a sign of life.
# Sourced, never run. Exit code 69 (EX_UNAVAILABLE) means: something has to be installed first, and it was said what.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# As many tests at a time as there are threads for them, not twice as many: one that waits for a moment or for a server
# in the same process would else be kept waiting by those that compute.
SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(nproc)
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH

# What the Swift toolchain and the package need on a bare Debian 12. A script adds its own to the list.
#   g++             the C library's headers, the C++ library and the linker that every Swift build uses
#   curl            the test of docs/http-api.md asks with it
#   git, ca-certificates  the package manager fetches dependencies with them
#   libcurl4, libncurses6, libxml2, libsqlite3-0  libraries that the toolchain's programs load
#   libsqlite3-dev  the embedded store
#   liblz4-dev      the compression of sealed segments
#   openssl         the tests of TLS make certificates with it
#   pkg-config      tells the package manager where libsqlite3 and liblz4 are
#   tzdata          the calendar's tests read Asia/Shanghai
#   zlib1g-dev      the HTTP client's compression; with it comes zlib1g, which the toolchain loads
debian_packages=(
    ca-certificates curl g++ git libcurl4 liblz4-dev libncurses6 libsqlite3-0 libsqlite3-dev libxml2 openssl
    pkg-config tzdata zlib1g-dev
)

# Says a line on stderr, in the language of the terminal: say ENGLISH CHINESE
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh*) printf '%s\n' "$2" >&2 ;;
    *) printf '%s\n' "$1" >&2 ;;
    esac
}

# Says why the script cannot go on, and ends it: stop EXIT_CODE ENGLISH CHINESE
stop() {
    say "$2" "$3"
    exit "$1"
}

# Installs those of the named Debian packages that are missing; as root, or with sudo.
need_packages() {
    local missing=() name
    if ! command -v dpkg-query >/dev/null; then
        say "Not a Debian system: make sure that these are installed under their names here: $*" \
            "本机不是 Debian：请确认已安装与下列软件包对应的软件：$*"
        return
    fi
    for name in "$@"; do
        if [[ $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null) != installed ]]; then
            missing+=("$name")
        fi
    done
    if ((${#missing[@]} == 0)); then return; fi

    local as_root=()
    if ((EUID != 0)); then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
            as_root=(sudo)
        else
            stop 69 "Missing packages. Run this as root, then try again:
  apt-get update && apt-get install -y ${missing[*]}" "缺少软件包。请用 root 运行下面的命令，然后重试：
  apt-get update && apt-get install -y ${missing[*]}"
        fi
    fi
    say "Installing ${missing[*]} …" "正在安装 ${missing[*]} …"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    # What apt prints is kept, and shown only when it fails.
    local log
    log=$(mktemp)
    if ! "${apt[@]}" update >"$log" 2>&1 \
        || ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        stop 69 "apt-get could not install: ${missing[*]}" "apt-get 无法安装：${missing[*]}"
    fi
    rm -f "$log"
}

# Makes the machine ready to build: the Debian packages of the list above and Swift 6.3 or later.
set_up() {
    if ! command -v swift >/dev/null; then
        stop 69 "Swift 6.3 or later is needed and no 'swift' was found in PATH: https://www.swift.org/install/linux/" \
            "需要 Swift 6.3 或更高版本，但 PATH 中没有 swift：https://www.swift.org/install/linux/"
    fi
    # The toolchain's own programs need some of the packages to run at all.
    need_packages "${debian_packages[@]}"
    local words
    if ! words=$(swift --version 2>&1); then
        stop 69 "'swift --version' failed: $words" "'swift --version' 运行失败：$words"
    fi
    if ! [[ $words =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] \
        || ((BASH_REMATCH[1] * 1000 + BASH_REMATCH[2] < 6003)); then
        stop 69 "Swift 6.3 or later is needed; found: ${words%%$'\n'*}" \
            "需要 Swift 6.3 或更高版本；本机为：${words%%$'\n'*}"
    fi
}

# Makes the Python environment of the judges in .venv, anew when the list of its packages has changed.
need_judges() {
    local list="$root/Scripts/judges.txt" made="$root/.venv/judges.txt"
    if cmp -s "$list" "$made" && "$root/.venv/bin/python" -c '' 2>/dev/null; then return; fi
    if ! python3 -c 'import ensurepip, venv, sys; assert sys.version_info >= (3, 10)' 2>/dev/null; then
        need_packages python3 python3-venv
    fi
    say "Preparing the judges' Python packages …" "正在准备校验用的 Python 软件包 …"
    rm -rf "$root/.venv"
    if ! python3 -m venv "$root/.venv" || ! "$root/.venv/bin/python" -m pip install -q -r "$list" >&2; then
        stop 69 "The judges' Python packages could not be installed: see above." "无法安装校验用的 Python 软件包，原因见上。"
    fi
    cp "$list" "$made"
}

# Prints the path of promtool: Debian's, taken out of its package, since installing that would start a service.
need_promtool() {
    if command -v promtool; then return; fi
    local kept="$root/.venv/bin/promtool" fetched
    if [[ ! -x $kept ]]; then
        fetched=$(mktemp -d)
        # apt fetches as a user of its own.
        chmod 755 "$fetched"
        if ! (cd "$fetched" && apt-get -qq download prometheus) >"$fetched/said" 2>&1; then
            # The lists of packages may be missing or old; whoever is not root can't renew them.
            if ((EUID == 0)); then apt-get -qq -o DPkg::Lock::Timeout=300 update >>"$fetched/said" 2>&1 || true; fi
            (cd "$fetched" && apt-get -qq download prometheus) >>"$fetched/said" 2>&1 || true
        fi
        if ! dpkg-deb -x "$fetched"/prometheus_*.deb "$fetched/out" 2>>"$fetched/said"; then
            cat "$fetched/said" >&2
            rm -rf "$fetched"
            stop 69 "promtool could not be had from Debian's package 'prometheus'; put one into PATH." \
                "无法从 Debian 软件包 prometheus 取得 promtool；请将其放入 PATH。"
        fi
        install -D "$fetched/out/usr/bin/promtool" "$kept"
        rm -rf "$fetched"
    fi
    printf '%s\n' "$kept"
}

# Builds with the arguments given to 'swift build'. One line tells how far it is; the rest is shown only when it
# fails.
build() {
    local log pid started=$SECONDS said=$SECONDS status=0 step
    log=$(mktemp)
    if [[ -d $root/.build ]]; then
        say "Building …" "正在编译 …"
    else
        say "Building; the first time takes some minutes …" "正在编译，首次需要几分钟 …"
    fi
    swift build --package-path "$root" "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    # A background command ignores ^C, so it is passed on.
    trap 'kill "$pid" 2>/dev/null; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.5
        step=$(tr '\r' '\n' <"$log" | grep -v '^ *$' | tail -n 1 | cut -c 1-60 || true)
        if [[ -t 2 ]]; then
            printf '\r\033[K  %d s  %s' $((SECONDS - started)) "$step" >&2
        elif ((SECONDS - said >= 20)); then
            said=$SECONDS
            printf '  %d s  %s\n' $((SECONDS - started)) "$step" >&2
        fi
    done
    if [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
    trap - INT TERM
    wait "$pid" || status=$?
    if ((status != 0)); then
        cat "$log" >&2
        rm -f "$log"
        stop "$status" "The build failed: see above." "编译失败，原因见上。"
    fi
    rm -f "$log"
}

# Builds a program of the package of benchmarks for release into .build-bench: build_benchmark PRODUCT
build_benchmark() {
    build --package-path "$root/Benchmarks" --scratch-path "$root/.build-bench" -c release --product "$1"
}

# Prints the path of the muster program: $MUSTER if it is set, else the newer of the debug and the release build.
find_muster() {
    local found='' kind candidate
    if [[ -n ${MUSTER:-} ]]; then
        if ! command -v "$MUSTER"; then
            stop 69 "MUSTER names no program: $MUSTER" "环境变量 MUSTER 所指的程序不存在：$MUSTER"
        fi
        return
    fi
    for kind in debug release; do
        candidate=$(swift build --package-path "$root" -c "$kind" --show-bin-path)/muster
        if [[ -x $candidate && (-z $found || $candidate -nt $found) ]]; then found=$candidate; fi
    done
    if [[ -z $found ]]; then
        stop 69 "There is no muster program yet: run 'swift build' first." "还没有 muster 程序：请先运行 swift build。"
    fi
    printf '%s\n' "$found"
}
