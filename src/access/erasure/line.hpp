// A line of the erasure ledger: what it tells, as text and back. Pure.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "access/erasure/ledger.hpp"

namespace hebra::access {

using Line = std::variant<Erasure, TakenBack>;

/// What stands before its mac: "seq micros institution person own shared", or "seq micros institution withdrawn permissions
/// travelled".
std::string words_of(const Line& line);
/// nullopt: not the text of a line. Whether its mac is right is asked apart.
std::optional<Line> parse_line(const std::string& line);

std::int64_t seq_of(const Line& line);
Time at_of(const Line& line);

}  // namespace hebra::access
