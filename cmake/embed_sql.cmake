# Writes OUTPUT: one postgres::Statement per file in STATEMENTS, named <MODULE>.<file>.
set(text "#pragma once\n\n#include \"platform/postgres/statement.hpp\"\n\n")
string(APPEND text "namespace onereturn::${MODULE}::sql {\n")
foreach(file ${STATEMENTS})
  get_filename_component(statement "${file}" NAME_WE)
  file(READ "${file}" body)
  string(APPEND text "inline constexpr postgres::Statement ${statement}{\n"
                     "    \"${MODULE}.${statement}\", R\"sql(${body})sql\"};\n")
endforeach()
string(APPEND text "}  // namespace onereturn::${MODULE}::sql\n")
file(WRITE "${OUTPUT}" "${text}")
