// What a route that takes a file says to what is none.
#pragma once
#include "base/word.hpp"

namespace hebra::http::words {

inline constexpr Word k_not_a_file{
    "not_a_file",
    "Mande los bytes del archivo como cuerpo, con su tipo (image/png, image/jpeg, image/webp, application/pdf, text/plain, text/csv o text/markdown), "
    "sin formulario ni JSON. Su nombre va en File-Name.",
    "Send the file's bytes as the body, with their type (image/png, image/jpeg, image/webp, application/pdf, text/plain, text/csv or text/markdown), "
    "without a form or JSON. Its name goes in File-Name."};

}  // namespace hebra::http::words
