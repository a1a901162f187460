@echo off
rem Runs what is pending:  apply_migration [TARGET] [OPTIONS OF limbeck upgrade]
rem LIMBECK names the program where it is not on the PATH.
setlocal
if not defined LIMBECK set "LIMBECK=limbeck"
call "%LIMBECK%" -c "%~dp0limbeck.toml" upgrade %*
exit /b %ERRORLEVEL%
