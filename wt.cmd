@echo off
rem The template tool: wt help. Needs a JDK from 17, and nothing else.
if defined JAVA_HOME ("%JAVA_HOME%\bin\java" "%~dp0watertight\tool\watertight.java" %*) else (java "%~dp0watertight\tool\watertight.java" %*)
