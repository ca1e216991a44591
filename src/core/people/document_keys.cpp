#include "core/people/document_keys.hpp"

#include <fmt/format.h>

#include "platform/crypto/hash.hpp"

namespace hebra::people {
namespace {

constexpr std::string_view k_whole = "document";
constexpr std::string_view k_of_any_country = "document_number";

/// "passport:A1234567": also the whole text of one whose country nobody wrote.
std::string without_country(const chile::ForeignDocument& document) {
    return fmt::format("{}:{}", boost::describe::enum_to_string(document.kind(), ""), document.number());
}

}  // namespace

std::vector<Bytes> document_keys(const chile::ForeignDocument& document, const crypto::Key& key) {
    std::vector<Bytes> keys = {crypto::blind(key, k_whole, document.text())};
    if (!document.country().empty()) keys.push_back(crypto::blind(key, k_of_any_country, without_country(document)));
    return keys;
}

std::vector<Bytes> document_probes(const chile::ForeignDocument& document, const crypto::Key& key) {
    const auto other = document.country().empty() ? k_of_any_country : k_whole;
    return {crypto::blind(key, k_whole, document.text()), crypto::blind(key, other, without_country(document))};
}

}  // namespace hebra::people
