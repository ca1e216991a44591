// Which encoding a file is in, and its text as UTF-8. The only place that knows ICU's converters.
#pragma once
#include <string>
#include <string_view>

#include "platform/csv/csv.hpp"

namespace hebra::csv {

struct Decoded {
    std::string text;  ///< UTF-8, without byte order mark
    Encoding encoding;
};

/// No: `malformed` (k_not_text when a UTF-16 file is broken).
Result<Decoded> decode(std::string_view bytes);

}  // namespace hebra::csv
