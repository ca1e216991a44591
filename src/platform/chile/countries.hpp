// The countries a document may come from.
#pragma once
#include <string_view>

namespace hebra::chile {

/// ISO 3166-1 alpha-3 in capitals, or ICAO 9303's XXA, XXB, XXC (stateless, refugees).
bool is_country(std::string_view code);

}  // namespace hebra::chile
