"""`python -m broadsheet.cli`, where the console script is not on the path."""

from broadsheet.cli.entry import main

if __name__ == "__main__":
    main()
