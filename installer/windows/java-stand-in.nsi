; Stands in for java.exe in the smoke test: writes how it was called into the file that STAND_IN_RECORD names, says a line, and
; ends with the code that STAND_IN_CODE names; keeps the file open meanwhile, as Java does with its jars, that STAND_IN_HOLDS names.
Target amd64-unicode
Name "java"
OutFile "${OUT}"
RequestExecutionLevel user
SilentInstall silent

Section
    ReadEnvStr $3 STAND_IN_HOLDS
    StrCmp $3 "" +2
    FileOpen $4 $3 r
    ReadEnvStr $0 STAND_IN_RECORD
    FileOpen $1 $0 w
    FileWrite $1 "$CMDLINE$\r$\n"
    FileClose $1
    StrCmp $3 "" +3
    Sleep 10000
    FileClose $4
    ReadEnvStr $2 STAND_IN_CODE
    IntOp $2 $2 + 0
    SetErrorLevel $2
SectionEnd
