// What is typed of a person: documents, telephones and codes. What is understood is understood again, and as the same.
#include "platform/chile/dialable.hpp"
#include "platform/chile/foreign_document.hpp"
#include "platform/chile/phone.hpp"
#include "platform/chile/run.hpp"
#include "platform/crypto/code.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

template <class Value>
void read(std::string_view bytes) {
    const auto value = Value::parse(bytes);
    if (!value) return;
    const auto again = Value::parse(value->text());
    hebra::fuzz::must(again.has_value() && *again == *value);
}

template <class Value>
void read_and_show(std::string_view bytes) {
    read<Value>(bytes);
    if (const auto value = Value::parse(bytes)) (void)value->masked();
}

}  // namespace

HEBRA_FUZZ(person) {
    read_and_show<hebra::chile::Run>(bytes);
    read_and_show<hebra::chile::Phone>(bytes);
    read_and_show<hebra::chile::ForeignDocument>(bytes);
    read<hebra::chile::Dialable>(bytes);
    read<hebra::crypto::ThreadCode>(bytes);
    const auto code = hebra::crypto::ReturnCode::parse(bytes);
    if (code) hebra::fuzz::must(hebra::crypto::ReturnCode::parse(code->reveal())->reveal() == code->reveal());
    const auto link = hebra::crypto::LinkToken::parse(bytes);
    if (link) hebra::fuzz::must(link->reveal() == bytes);
}
