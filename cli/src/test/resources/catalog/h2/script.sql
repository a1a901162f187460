-- Everything but data, as H2 dumps it.
-- without: ^-- |^CREATE USER|LIMBECK_
SCRIPT NODATA NOPASSWORDS NOSETTINGS
