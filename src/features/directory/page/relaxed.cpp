// What to leave out of a question that nobody fits.
#include "features/directory/page/parts.hpp"
#include "features/directory/page/relaxed_words.hpp"

namespace hebra::directory {
namespace {

struct Left {
    std::string_view name;  ///< of the address
    std::string_view value = {};
    Word word;
};

Left left_out(QuestionPart part) {
    switch (part) {
        case QuestionPart::topic: return {"tema", {}, words::k_relax_topic};
        case QuestionPart::text: return {"q", {}, words::k_relax_text};
        case QuestionPart::comuna: return {"comuna", {}, words::k_relax_comuna};
        case QuestionPart::region: return {"comuna", {}, words::k_relax_region};
        case QuestionPart::channel: return {"canal", {}, words::k_relax_channel};
        case QuestionPart::language: return {"idioma", {}, words::k_relax_language};
        case QuestionPart::free: return {"gratis", {}, words::k_relax_free};
        case QuestionPart::anonymous: return {"sin_nombre", {}, words::k_relax_anonymous};
        case QuestionPart::moment: return {"cuando", "any", words::k_relax_moment};
        case QuestionPart::area:  // this page asks for none
        case QuestionPart::all: break;
    }
    return {{}, {}, words::k_relax_all};
}

std::string address_without(const Asked& asked, const Left& left) {
    if (!left.name.empty()) return asked.address(k_directory_path, left.name, left.value);
    auto address = asked.plain_address(k_directory_path);
    const auto add = [&](std::string_view name, const std::string& value) {
        address += fmt::format("{}{}={}", address.find('?') == address.npos ? '?' : '&', name, path_part(value));
    };
    add("cuando", "any");
    if (const auto age = asked.kept.find("edad"); age != asked.kept.end()) add("edad", age->second);
    return address;
}

}  // namespace

void write_relaxations(Sheet& sheet, const std::vector<Relaxation>& relaxations) {
    auto& out = sheet.out;
    const auto part = out.element("section", {{"class", "relax"}});
    if (relaxations.empty()) return out.leaf("p", sheet.say(words::k_relax_none));
    out.leaf("p", sheet.say(words::k_relax));
    const auto list = out.element("ul");
    for (const auto& each : relaxations) {
        const auto left = left_out(each.part);
        const auto item = out.element("li");
        const bool fits = each.match_total > 0;
        const auto count = fits ? each.match_total : each.near_miss_total;
        const auto& word = fits ? count == 1 ? words::k_relax_one : words::k_relax_many : count == 1 ? words::k_relax_near_one : words::k_relax_near;
        out.leaf("a", {{"class", "button"}, {"href", address_without(sheet.asked, left)}},
                 fmt::format("{}: {}", sheet.say(left.word), sheet.filled(word, count)));
    }
}

}  // namespace hebra::directory
