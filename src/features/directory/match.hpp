// Matching the question to the directory.
#pragma once
#include "features/directory/catalogue.hpp"
#include "features/directory/question.hpp"

namespace hebra::directory {

/// Who can help: ranked by weights.hpp, each with its reasons, and who nearly could, each with why not. Deterministic:
/// equals are listed by name. Services of other topics, or without the words searched, are not mentioned.
/// Precondition: check(question).
Answer match(const Catalogue& catalogue, const Question& question, Time now);

}  // namespace hebra::directory
