# Writes OUTPUT: the text of FILE as the constant NAME of namespace SPACE.
file(READ "${FILE}" body)
file(WRITE "${OUTPUT}" "#pragma once\n\nnamespace ${SPACE} {\ninline constexpr const char* ${NAME} = R\"text(${body})text\";\n}  // namespace ${SPACE}\n")
