# Compiler, warnings and linker for everything of ours. Build variants are presets.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Debug)
endif()
# Line tables are enough for a stack trace, and halve the time to link on two cores.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")

# Named points where a test can kill, stop or disturb a program (docs/guides/faults.md). A release
# has none: the macro is then nothing.
string(COMPARE EQUAL "${CMAKE_BUILD_TYPE}" "Debug" faults_by_default)
option(ONERETURN_FAULTS "Compile the named points of faults in" ${faults_by_default})
configure_file("${CMAKE_SOURCE_DIR}/cmake/fault_switch.hpp.in"
               "${CMAKE_BINARY_DIR}/generated/base/fault_switch.hpp")

set(ONERETURN_SANITIZE "" CACHE STRING "Sanitizers, as in -fsanitize=")
if(ONERETURN_SANITIZE)
  # Not optimised: nothing is folded away before a sanitizer sees it, in half the time to compile.
  add_compile_options(-O0 -fsanitize=${ONERETURN_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ONERETURN_SANITIZE})
  if(ONERETURN_SANITIZE STREQUAL "thread")
    # Asio's fences are unknown to this sanitizer; what they order is also ordered by locks.
    add_compile_options(-Wno-tsan)
  endif()
endif()

# In an optimised variant g++ 12 sees null pointers, uninitialised variants and overlaps inside the
# inlined standard library where there are none.
add_library(or_warnings INTERFACE)
target_compile_options(or_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror
  -Wno-maybe-uninitialized -Wno-restrict)

find_program(ONERETURN_CCACHE ccache)
if(ONERETURN_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ONERETURN_CCACHE}")
endif()
find_program(ONERETURN_MOLD mold)
if(ONERETURN_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
