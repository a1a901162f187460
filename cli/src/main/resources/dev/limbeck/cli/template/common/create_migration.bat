@echo off
rem Writes a new pair of migration files:  create_migration "add account search"
rem LIMBECK names the program where it is not on the PATH.
setlocal
if not defined LIMBECK set "LIMBECK=limbeck"
if "%~1"=="" (
    echo usage: %~n0 MESSAGE 1>&2
    exit /b 2
)
call "%LIMBECK%" -c "%~dp0limbeck.toml" revision -m "%~1"
exit /b %ERRORLEVEL%
