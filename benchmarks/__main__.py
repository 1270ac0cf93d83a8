"""Runs every benchmark, or those named, each in a fresh process, so that none warms up another."""

import pkgutil
import platform
import subprocess
import sys

import benchmarks


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all of them; 1 when one of them did not reach what it must."""
    print(f"Python {platform.python_version()}, {platform.system()} on {platform.machine()}", flush=True)
    found = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name != "__main__")
    codes = []
    for name in names or found:
        print(f"\n== {name}", flush=True)
        codes.append(subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode)
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
