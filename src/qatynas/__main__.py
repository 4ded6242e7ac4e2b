"""`python -m qatynas` is the command `qatynas`."""

from qatynas.cli.main import main

if __name__ == "__main__":
    main()
