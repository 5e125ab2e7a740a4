@echo off
rem Packs an image as an .msi for one user, by jpackage and WiX; called by `mvn -Pinstaller package` on Windows.
rem Usage: package.bat IMAGE OUT VERSION TIME
rem   IMAGE    the folder with bin, lib, runtime
rem   OUT      where the package and SHA256SUMS go
rem   VERSION  of the program, as Maven says it
rem   TIME     unused here: an .msi states when it was made
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "IMAGE=%~f1"
set "OUT=%~f2"
set "VERSION=%~3"
set "WORK=%TEMP%\espm-signer-package-%RANDOM%"
set "JDK="
if defined JAVA_HOME set "JDK=%JAVA_HOME%\bin\"
rem Whoever has an older version installed gets the new one in its place: this never changes.
set "UPGRADES=5f0c4d0e-6a3c-4a57-9a0e-2f6b6d7c1e25"

rem An .msi knows three numbers and no words: 0.1.0-SNAPSHOT is 0.1.0 there.
for /f "tokens=1 delims=-" %%V in ("%VERSION%") do set "NUMBERS=%%V"
set "JAR="
pushd "%IMAGE%\lib"
for %%J in (espm-signer-app-*.jar) do set "JAR=%%J"
popd
if not defined JAR goto incomplete

md "%WORK%"
if not exist "%WORK%\" exit /b 1
if not exist "%OUT%" md "%OUT%"
"%JDK%jpackage.exe" --type app-image --dest "%WORK%" --name "e-SPM Signer" --app-version "%NUMBERS%" --vendor "e-SPM Signer" ^
    --input "%IMAGE%\lib" --main-jar "%JAR%" --main-class id.espm.app.WindowMain --runtime-image "%IMAGE%\runtime" ^
    "@%IMAGE%\..\jpackage.options" --java-options "-Dorg.sqlite.lib.path=$APPDIR" --java-options "-XX:AOTCache=$APPDIR\espm-signer.aot" ^
    --icon "%HERE%..\icon\espm-signer.ico" --add-launcher "espm-signer=%HERE%..\jpackage\console.properties" ^
    --app-content "%IMAGE%\bin" --app-content "%IMAGE%\docs" --app-content "%IMAGE%\licenses" ^
    --app-content "%IMAGE%\LICENSE" --app-content "%IMAGE%\NOTICE"
if errorlevel 1 goto failed

rem JavaFX looks for its libraries in bin; the launchers of the ZIP beside them would find no Java here.
del "%WORK%\e-SPM Signer\bin\*.bat"

"%JDK%java.exe" "%HERE%..\jpackage\ClassArchive.java" "%WORK%\e-SPM Signer\app\e-SPM Signer.cfg" "%IMAGE%\runtime\bin\java.exe"
if errorlevel 1 goto failed

"%JDK%jpackage.exe" --type msi --dest "%WORK%\msi" --name "e-SPM Signer" --app-version "%NUMBERS%" --vendor "e-SPM Signer" ^
    --app-image "%WORK%\e-SPM Signer" --license-file "%IMAGE%\LICENSE" --file-associations "%HERE%..\jpackage\asice.properties" ^
    --win-per-user-install --win-upgrade-uuid %UPGRADES% --win-menu --win-menu-group "e-SPM Signer"
if errorlevel 1 goto failed
move /y "%WORK%\msi\e-SPM Signer-%NUMBERS%.msi" "%OUT%\espm-signer-%VERSION%-windows-x64.msi" >nul
if not exist "%OUT%\espm-signer-%VERSION%-windows-x64.msi" goto failed
rd /s /q "%WORK%"

cd /d "%OUT%"
if exist SHA256SUMS del SHA256SUMS
for %%F in (*) do for /f "skip=1 delims=" %%H in ('certutil -hashfile "%%F" SHA256 ^| findstr /v CertUtil') do call :sum "%%F" "%%H"
exit /b 0

rem Older systems write the hash with blanks between the bytes.
:sum
set "HASH=%~2"
>>SHA256SUMS echo %HASH: =%  %~1
exit /b 0

:incomplete
echo package: no espm-signer-app-*.jar in %IMAGE%\lib 1>&2
exit /b 1

:failed
rd /s /q "%WORK%"
exit /b 1
