# or_library(NAME FOLDER DEPS...): a static library of all sources in FOLDER. A sql/ folder inside
# it becomes domain/<module>/sql.hpp (or platform/<x>/sql.hpp), one named constant per file.
function(or_library name folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  file(GLOB statements CONFIGURE_DEPENDS "${folder}/sql/*.sql")
  if(NOT sources)
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  else()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PRIVATE or_warnings)
    set(scope PUBLIC)
  endif()
  target_include_directories(${name} ${scope} "${CMAKE_SOURCE_DIR}/shared"
                                              "${CMAKE_SOURCE_DIR}/services")
  target_link_libraries(${name} ${scope} ${ARGN})
  if(statements)
    or_embed_sql(${name} "${folder}" "${statements}" ${scope})
  endif()
endfunction()

function(or_embed_sql name folder statements scope)
  file(RELATIVE_PATH relative "${CMAKE_SOURCE_DIR}/shared"
       "${CMAKE_CURRENT_SOURCE_DIR}/${folder}")
  get_filename_component(module "${relative}" NAME)
  set(header "${CMAKE_BINARY_DIR}/generated/${relative}/sql.hpp")
  add_custom_command(
    OUTPUT "${header}"
    COMMAND ${CMAKE_COMMAND} -DMODULE=${module} -DOUTPUT=${header} "-DSTATEMENTS=${statements}"
            -P "${CMAKE_SOURCE_DIR}/cmake/embed_sql.cmake"
    DEPENDS ${statements} "${CMAKE_SOURCE_DIR}/cmake/embed_sql.cmake"
    VERBATIM)
  add_custom_target(${name}_sql DEPENDS "${header}")
  add_dependencies(${name} ${name}_sql)
  target_include_directories(${name} ${scope} "${CMAKE_BINARY_DIR}/generated")
endfunction()

# or_tests(KIND DEPS...): each sub-folder of the current folder becomes one executable,
# KIND_<folder>.
function(or_tests kind)
  file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true "${CMAKE_CURRENT_SOURCE_DIR}/*")
  foreach(folder ${folders})
    get_filename_component(module "${folder}" NAME)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cpp")
    if(NOT sources)
      continue()
    endif()
    set(test ${kind}_${module})
    add_executable(${test} ${sources})
    target_include_directories(${test} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_compile_definitions(${test} PRIVATE ONERETURN_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                               ONERETURN_BINARY_DIR="${CMAKE_BINARY_DIR}")
    target_link_libraries(${test} PRIVATE or_warnings ${ARGN} GTest::gmock GTest::gtest_main)
    add_test(NAME ${test} COMMAND ${test})
  endforeach()
endfunction()
