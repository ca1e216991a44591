// What a file is, by its content and never by its name. Pictures, PDF and plain text; nothing that runs.
#pragma once
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace hebra::blobs {

enum class MediaType { png, jpeg, webp, pdf, text };
BOOST_DESCRIBE_ENUM(MediaType, png, jpeg, webp, pdf, text)

/// "image/png", as it is served.
std::string_view mime(MediaType type);

/// A file's name with an ending that says what it is: "foto.png" stays, text called "x.exe" is "x.exe.txt".
std::string named_as(std::string_view name, MediaType type);

/// No: `file_empty`; `file_kind` for anything else, also HTML, SVG, scripts and text that is not UTF-8; `file_active` for a
/// PDF that openly carries scripts, programs or other files. (Names hidden in a PDF's compressed parts are not seen: that
/// is for a scanner, see `Scan`.)
Result<MediaType> sniff(BytesView content);

namespace words {
inline constexpr Word k_file_empty{"file_empty", "El archivo está vacío. Elija otro.", "The file is empty. Choose another."};
inline constexpr Word k_file_kind{"file_kind", "Se aceptan imágenes (PNG, JPEG, WebP), PDF y texto simple. Guárdelo así y súbalo de nuevo.",
                                  "Pictures (PNG, JPEG, WebP), PDF and plain text are accepted. Save it so and upload it again."};
inline constexpr Word k_file_active{"file_active", "Este PDF lleva programas u otros archivos adentro. Imprímalo como PDF nuevo y suba ese.",
                                    "This PDF carries programs or other files inside. Print it to a new PDF and upload that."};
}  // namespace words

}  // namespace hebra::blobs
