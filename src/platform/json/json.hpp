// JSON ↔ C++: `json::read<T>(text)`, `json::write(value)`. Types are described once (BOOST_DESCRIBE); `schema.hpp` says
// the same types to OpenAPI.
#pragma once
#include "platform/json/read.hpp"
#include "platform/json/types.hpp"
#include "platform/json/write.hpp"
