// The request target: path and query, taken apart and decoded.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/json/reader.hpp"

namespace hebra::http {

struct Target {
    std::vector<std::string> segments;  ///< of the path, decoded one by one; none for "/"
    std::vector<json::Parameter> query;
};

/// Takes origin-form ("/a?b=c") and absolute-form ("http://host/a?b=c") apart.
/// No: `malformed` on a broken percent sign, text that is not UTF-8, a control character, or a "." or ".." segment.
Result<Target> parse_target(std::string_view target);

/// Only the path's segments, decoded where they can be; for questions asked before a request is accepted.
std::vector<std::string> lenient_segments(std::string_view target);

/// Percent-encodes everything but unreserved characters (RFC 3986 §2.3): for building a Location.
std::string encode_segment(std::string_view text);

}  // namespace hebra::http
