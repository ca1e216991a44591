// The blind keys of a document, so that one is found whether or not somebody wrote the country it is of.
#pragma once
#include <vector>

#include "core/people/person.hpp"
#include "platform/crypto/key.hpp"

namespace hebra::people {

/// Under which a document is kept: by kind and country, so that a passport never meets a RUN of the same digits, and once more
/// without its country, which only who asks without one meets. A row kept before there was the second has it once it is
/// written again.
std::vector<Bytes> document_keys(const chile::ForeignDocument& document, const crypto::Key& key);

/// By which to ask for one: for those kept with the same country, and those kept without any; for every country when none is
/// asked. Never for those of another.
std::vector<Bytes> document_probes(const chile::ForeignDocument& document, const crypto::Key& key);

}  // namespace hebra::people
