// What a file that is sent says it is, beside what it holds.
#pragma once
#include <optional>
#include <string_view>

#include "platform/blobs/sniff.hpp"

namespace hebra::attention {

namespace words {
inline constexpr Word k_not_as_declared{
    "file_not_as_declared", "El archivo dice ser una cosa y contiene otra. Ábralo en su programa, guárdelo de nuevo como PNG, JPEG, WebP, PDF o texto, y súbalo.",
    "The file says it is one thing and holds another. Open it in its program, save it anew as PNG, JPEG, WebP, PDF or text, and upload it."};
}  // namespace words

/// Refuses what is no file by itself, or holds something else than its Content-Type or its name's ending say. Kinds of picture
/// are one: many a WebP is called .jpg. Without a Content-Type, or as application/octet-stream, only the name says something.
/// @return nothing; or `not_a_file` (415) for multipart, JSON and other media types; `invalid` with what `blobs::sniff` says or
/// `file_not_as_declared`, at "/file"
Result<> check_declared(std::optional<std::string_view> content_type, std::string_view name, BytesView content);

}  // namespace hebra::attention
