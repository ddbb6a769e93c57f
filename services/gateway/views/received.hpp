#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/fan_out/checked_receipt.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "gateway/views/sheet.hpp"
#include "platform/html/data.hpp"

// One return that a board holds, and the receipts that both sides hold.
namespace onereturn::gateway::views {

// The sheet of a copy that a board holds, as that board or the agency reads it.
SheetInput delivered_sheet(const fan_out::DeliveredCopy& copy);

// pages/board_return: the sheet with its state, and the button that acknowledges.
html::Data return_page(const fan_out::DeliveredCopy& copy, SheetInput input,
                       const std::string& saved_note);

// pages/receipt. `picture` is the address of the QR code, or nothing while there is no code.
html::Data receipt_page(const fan_out::Receipt& receipt, const std::string& origin,
                        const std::string& picture, const std::string& back_href,
                        const std::string& back_text);

// pages/verify: what anybody who holds the code may learn; nothing when there is no such receipt.
html::Data verify_page(const std::optional<fan_out::CheckedReceipt>& receipt,
                       const std::string& code);

}  // namespace onereturn::gateway::views
