@echo off
rem Runs Limbeck.
rem
rem   LIMBECK_JAVA_OPTS   further options for the Java virtual machine
rem   JAVA_HOME           the JDK or JRE to run with; else the one on the PATH
setlocal
for %%i in ("%~dp0..") do set "home=%%~fi"
set "jar=%home%\lib\limbeck.jar"
set "archive=%home%\lib\limbeck.jsa"
rem Most commands are over before the second compiler, a second collector or a first collection
rem would pay for itself.
set "jvm=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:InitialRAMPercentage=6 -XX:NewRatio=1"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo limbeck: no Java found; install a JDK, 17 or newer, or set JAVA_HOME 1>&2
    exit /b 2
)

if not exist "%archive%" (
    echo limbeck: preparing for this Java ^(once, a few seconds^) 1>&2
    call :share >nul 2>&1
)
set "sharing=-Xshare:auto"
if exist "%archive%" set "sharing=-XX:SharedArchiveFile=%archive%"
rem A JVM that can't use the archive would say so on standard output, but for -Xlog.
"%java%" %jvm% -Xlog:disable "%sharing%" %LIMBECK_JAVA_OPTS% "-Dlimbeck.drivers=%home%\drivers" -cp "%jar%" dev.limbeck.cli.Main %*
exit /b %ERRORLEVEL%

rem Class-data sharing: what a command loads is parsed and verified now instead of at each start. An
rem archive that is not there, or that another JVM made, is passed over; that costs time only.
:share
"%java%" %jvm% "-XX:DumpLoadedClassList=%archive%.list" -cp "%jar%" dev.limbeck.cli.Rehearsal "%home%\sample\limbeck.toml" <nul
if not errorlevel 1 "%java%" %jvm% -Xshare:dump "-XX:SharedClassListFile=%archive%.list" "-XX:SharedArchiveFile=%archive%" -cp "%jar%" <nul
del "%archive%.list" 2>nul
exit /b 0
