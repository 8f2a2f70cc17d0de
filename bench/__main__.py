"""Measures every promise about speed, each as a ratio taken in this one run: `make bench`."""

from importlib import import_module

WHAT = ("plan_pdf", "plan_lint", "case_page", "worklist", "compliance", "clock", "sweep")


def main() -> None:
    """Run each measurement in turn and let it say what came out."""
    for name in WHAT:
        import_module(f"bench.{name}").main()
        print()


if __name__ == "__main__":
    main()
