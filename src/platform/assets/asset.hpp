// One file of the web UI as it stands inside the binary.
#pragma once
#include <string_view>

namespace hebra::assets {

struct Asset {
    std::string_view path;          ///< as in a URL: "/index.html"
    std::string_view content_type;
    std::string_view etag;          ///< quoted and weak, from the SHA-256 of the body; the same for every encoding
    bool immutable;                 ///< its name carries a hash of its content: may be kept for a year
    std::string_view body;
    std::string_view gzip;          ///< empty unless it is smaller than the body
    std::string_view brotli;        ///< likewise
};

}  // namespace hebra::assets
