@echo off
rem The template tool: wt help. Needs a JDK from 17, and nothing else.
setlocal
set "WT_JAVA=java"
if defined JAVA_HOME set "WT_JAVA=%JAVA_HOME%\bin\java"
"%WT_JAVA%" "%~dp0watertight\tool\watertight.java" %* & exit /b
