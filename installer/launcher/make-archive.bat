@echo off
rem Lets this computer's Java keep the program's classes in lib\espm-signer.aot, as make-archive does elsewhere. Run it again
rem after Java was updated.
setlocal DisableDelayedExpansion
set "HOME_DIR=%~dp0.."
call "%~dp0java25.bat"
if not defined JAVA25 goto missing

set "ARCHIVE=%HOME_DIR%\lib\espm-signer.aot"
set "MADE=%HOME_DIR%\lib\.making-%RANDOM%.aot"
if exist "%ARCHIVE%" del "%ARCHIVE%"
"%JAVA25%\bin\java.exe" "@%HOME_DIR%\launch.options" "-Dorg.sqlite.lib.path=%HOME_DIR%\lib" "-XX:AOTCacheOutput=%MADE%" -cp "%HOME_DIR%\lib\*" id.espm.app.Rehearsal <nul >nul 2>nul
set "CODE=%ERRORLEVEL%"
if exist "%MADE%.config" del "%MADE%.config"
if not "%CODE%"=="0" goto failed
if not exist "%MADE%" goto failed
move /y "%MADE%" "%ARCHIVE%" >nul
exit /b 0

:failed
if exist "%MADE%" del "%MADE%"
>&2 echo espm-signer: arsip kelas tidak dapat dibuat; program tetap berjalan, hanya lebih lambat saat dimulai.
>&2 echo espm-signer: no class archive could be made; the program works as ever, only starts more slowly.
exit /b 1

:missing
>&2 echo espm-signer: Java 25 tidak ditemukan.
>&2 echo espm-signer: no Java 25 was found.
exit /b 70
