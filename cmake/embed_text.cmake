# Writes OUTPUT: the text of FILE as the constant NAME of namespace SPACE.
file(READ "${FILE}" body)
set(text "#pragma once\n\nnamespace ${SPACE} {\n")
string(APPEND text "inline constexpr const char* ${NAME} = R\"text(${body})text\";\n"
                   "}  // namespace ${SPACE}\n")
file(WRITE "${OUTPUT}" "${text}")
