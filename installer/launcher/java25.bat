@rem Finds Java 25 and sets JAVA25 to its folder, or to nothing where there is none. Called by the launchers; starts no
@rem JVM: the release file tells the version. What is quick to look at comes first, the registry last.
@echo off
set "JAVA25="

rem Java that was packed along, which no other one replaces: its archive of classes fits that one alone.
call :consider "%~dp0..\runtime"
if defined ESPM_JAVA call :consider "%ESPM_JAVA%"
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :consider "%%~dp$PATH:J.."
for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto") do (
    call :search "%ProgramFiles%\%%~V"
    call :search "%LOCALAPPDATA%\Programs\%%~V"
)
for %%H in (HKCU HKLM) do (
    call :registered "%%H\SOFTWARE\Eclipse Adoptium" Path
    call :registered "%%H\SOFTWARE\JavaSoft" JavaHome
)
exit /b 0

rem The first home that holds Java 25 is taken.
:consider
if defined JAVA25 exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "VERSION=%%~B"
if "%VERSION%"=="25" set "JAVA25=%~1"
if "%VERSION:~0,3%"=="25." set "JAVA25=%~1"
exit /b 0

:search
if defined JAVA25 exit /b 0
if not exist "%~1\" exit /b 0
pushd "%~1"
for /d %%J in (*25*) do call :consider "%~1\%%J"
popd
exit /b 0

:registered
if defined JAVA25 exit /b 0
for /f "tokens=2,*" %%A in ('reg query %1 /s /v %2 2^>nul') do if "%%A"=="REG_SZ" call :consider "%%~B"
exit /b 0
