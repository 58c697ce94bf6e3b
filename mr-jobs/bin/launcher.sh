# What the launchers of this project share; to be sourced. The launcher sets:
#   program  its name, for messages
#   root     the checkout
#   module   the module that it starts, relative to root

fail() {
  printf '%s: %s\n' "$program" "$*" >&2
  exit 2
}

# Sets java to one that Hadoop runs on.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME: there is no bin/java in it; set JAVA_HOME to a JDK 17"
  else
    java=$(command -v java) ||
      fail "no Java found: install a JDK 17 (Debian, Ubuntu: openjdk-17-jdk-headless) or set JAVA_HOME to one"
  fi
  version=$("$java" -version 2>&1 | sed -n 's/^.* version "\([^"]*\)".*$/\1/p' | head -n 1)
  major=${version%%[!0-9]*}
  if [ -z "$major" ] || [ "$major" -lt 17 ] || [ "$major" -ge 24 ]; then
    fail "$java is Java ${version:-of an unknown version}: Hadoop and Kira-MR run on 17 to 23; set JAVA_HOME to a JDK 17"
  fi
}

# Builds the module because of what $1 says; $2 is what has to be downloaded the first time.
build() {
  command -v mvn >/dev/null ||
    fail "$1, and there is no Maven to build it with: install Maven 3.8 or later (Debian, Ubuntu: maven)"
  printf '%s: %s: building (under a minute; the first time some minutes more, to download %s)\n' "$program" "$1" "$2" >&2
  # Tests and checks are for "mvn verify".
  mvn -B -ntp -q -f "$root/pom.xml" -pl "$module" -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true -Dspotbugs.skip=true package </dev/null >&2 ||
    fail "the build failed; what Maven said is above"
}

# For a JVM that lives for seconds or minutes and shares its cores with its own compiler: methods reach C2 at five times
# the usual counts. Over 200 frames that halves C2's processor time and costs the compiled code nothing that can be seen.
# shellcheck disable=SC2034
short_lived="-XX:Tier4InvocationThreshold=25000 -XX:Tier4MinInvocationThreshold=3000
  -XX:Tier4CompileThreshold=75000 -XX:Tier4BackEdgeThreshold=200000"
