select app.hold_report_numbers() is null as held
