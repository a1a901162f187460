@echo off
rem Runs Limbeck from a clone; builds it first where there is no build or a source is newer.
rem
rem   LIMBECK_JAVA_OPTS   further options for the Java virtual machine
rem   JAVA_HOME           the JDK to build and run with; else the one on the PATH
setlocal
set "home=%~dp0"
set "target=%home%cli\target"
set "jar=%target%\lib\limbeck.jar"
set "stamp=%target%\limbeck-build.stamp"
set "log=%target%\limbeck-build.log"
set "archive=%target%\limbeck.jsa"
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

if not exist "%jar%" goto build
set "since=%jar%"
if exist "%stamp%" set "since=%stamp%"
powershell -NoProfile -Command "$since = (Get-Item -LiteralPath $env:since).LastWriteTimeUtc; $poms = Get-ChildItem -Path $env:home -Filter pom.xml -Recurse -Depth 1; $sources = $poms | ForEach-Object { Join-Path $_.DirectoryName 'src\main' } | Where-Object { Test-Path $_ } | ForEach-Object { Get-ChildItem -LiteralPath $_ -Recurse }; if (@($poms; $sources) | Where-Object { $_.LastWriteTimeUtc -gt $since } | Select-Object -First 1) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>&1
if errorlevel 1 (
    echo limbeck: no Maven found to build with; install Maven, 3.8 or newer 1>&2
    exit /b 2
)
echo limbeck: building ^(the first time this takes a minute^) 1>&2
if not exist "%target%" mkdir "%target%"
rem An open file is the lock: a second build waits until it can open it too.
:lock
2>nul (
    9>"%target%\limbeck-build.lock" (
        call :maven
    )
) || (
    if exist "%target%\limbeck-build.failed" goto failed
    timeout /t 1 /nobreak >nul
    goto lock
)
if exist "%target%\limbeck-build.failed" goto failed
goto run

:maven
del "%target%\limbeck-build.failed" >nul 2>&1
break>"%stamp%.new"
pushd "%home%"
call mvn -q -B -DskipTests -Dassembly.skipAssembly -pl cli -am package >"%log%" 2>&1
if errorlevel 1 (
    break>"%target%\limbeck-build.failed"
    del "%stamp%.new"
) else (
    call :share >>"%log%" 2>&1
    move /y "%stamp%.new" "%stamp%" >nul
)
popd
exit /b 0

rem Class-data sharing: what a command loads is parsed and verified now instead of at each start. An
rem archive that is not there, or that another JVM made, is passed over; that costs time only.
:share
del "%archive%" 2>nul
"%java%" %jvm% "-XX:DumpLoadedClassList=%archive%.list" -cp "%jar%" dev.limbeck.cli.Rehearsal "%home%migrations\limbeck.toml" <nul
if not errorlevel 1 "%java%" %jvm% -Xshare:dump "-XX:SharedClassListFile=%archive%.list" "-XX:SharedArchiveFile=%archive%" -cp "%jar%" <nul
del "%archive%.list" 2>nul
exit /b 0

:failed
type "%log%" 1>&2
echo limbeck: the build failed; its output is above and in %log% 1>&2
del "%target%\limbeck-build.failed"
exit /b 1

:run
set "sharing=-Xshare:auto"
if exist "%archive%" set "sharing=-XX:SharedArchiveFile=%archive%"
rem A JVM that can't use the archive would say so on standard output, but for -Xlog.
"%java%" %jvm% -Xlog:disable "%sharing%" %LIMBECK_JAVA_OPTS% -cp "%jar%" dev.limbeck.cli.Main %*
exit /b %ERRORLEVEL%
