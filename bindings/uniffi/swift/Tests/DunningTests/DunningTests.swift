import Dunning
import Foundation
import XCTest

final class DunningTests: XCTestCase {
    func testAnAccountBuiltNativelyComesBackAsItWasAndIsPlanned() throws {
        let account = try sample()
        XCTAssertEqual(try accountFromJson(text: accountToJson(value: account)), account)

        let today = try plan(account: account, policy: policy(), now: moment("2026-03-10T09:00:00Z"))
        XCTAssertEqual(today.creditor, "C1")
        for decision in today.decisions {
            switch decision.outcome {
            case .act(let delivery): XCTAssertFalse(delivery.isEmpty)
            case .wait: XCTAssertFalse(decision.holds.isEmpty)
            case .closed: XCTAssertTrue(decision.holds.isEmpty)
            }
        }
    }

    func testAMomentKeepsItsMicroseconds() throws {
        let entry = #"{"id":"c/1","occurredAt":"2026-03-10T09:00:00.123457Z","recordedAt":"1969-12-31T23:59:59.999999Z","#
            + #""actor":"eva","subject":{"type":"debtor"},"event":{"type":"noteWritten","note":{"text":"x"}},"fingerprint":"0"}"#
        let back = try entryToJson(value: entryFromJson(text: entry))
        XCTAssertEqual(try object(back), try object(entry))
    }

    func testWhatTheCoreCannotHoldIsRefusedAndNamed() throws {
        XCTAssertThrowsError(try accountToJson(value: sample(currency: "eur"))) { error in
            guard case InputRefused.Invalid(let problems) = error else { return XCTFail("\(error)") }
            XCTAssertEqual(problems.map(\.value), ["\"eur\""])
        }
        for now in [Date(timeIntervalSince1970: .infinity), Date(timeIntervalSince1970: .nan)] {
            XCTAssertThrowsError(try planMany(accounts: "", policy: policy(), now: now))
        }
        XCTAssertThrowsError(try Policy.fromJson(text: #"{"colour": "blue"}"#)) { error in
            guard case PolicyRefused.Invalid(let problems) = error else { return XCTFail("\(error)") }
            XCTAssertTrue(problems.contains { $0.path == "colour" })
        }
        let refusal = try refusalFromJson(text: #"{"type": "idReused", "commandId": "c1"}"#)
        XCTAssertEqual("\(refusal)", "command `c1` was recorded before with other content")
    }

    /// The first conformance case that plans; the Kotlin tests execute all cases.
    func testAConformanceCase() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<6 { root.deleteLastPathComponent() }
        root.appendPathComponent("conformance")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        for path in paths.sorted() where path.hasSuffix(".json") && !path.hasPrefix("policies/") {
            let file = try object(String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
            guard let it = file as? [String: Any], it["verb"] as? String == "plan" else { continue }
            let policyText: String
            if let name = it["policy"] as? String {
                let file = root.appendingPathComponent("policies/\(name).json")
                policyText = try String(contentsOf: file, encoding: .utf8)
            } else {
                policyText = try text(it["policy"])
            }
            let found = try plan(
                account: accountFromJson(text: text(it["account"])),
                policy: Policy.fromJson(text: policyText),
                now: moment(XCTUnwrap(it["now"] as? String))
            )
            XCTAssertEqual(try object(planToJson(value: found)), it["expect"] as? NSDictionary, path)
            return
        }
        XCTFail("no case plans in \(root.path)")
    }

    private func sample(currency: String = "EUR") throws -> Account {
        Account(
            creditor: Creditor(id: "C1", name: "Bakkerij Jansen B.V.", country: "NL", zone: "Europe/Amsterdam"),
            debtor: Debtor(id: "D1", name: "Café De Zon", kind: .business, country: "NL"),
            ledgerAsOf: try moment("2026-03-10T06:00:00Z"),
            paymentsAsOf: try moment("2026-03-10T06:00:00Z"),
            contacts: [
                Contact(
                    id: "K1", name: "Eva", purposes: [.main],
                    addresses: [Address(id: "E1", channel: .email, value: "eva@example.com")]
                )
            ],
            items: [
                Item(
                    id: "A1", kind: .invoice, due: "2026-03-01", open: try XCTUnwrap(Decimal(string: "1250.5")),
                    currency: currency
                )
            ]
        )
    }

    private func policy() throws -> Policy {
        let step = Step(
            id: "reminder", offset: .days(days: 3), work: .message(channels: [.email], template: nil)
        )
        return try Policy(
            doc: PolicyDoc(
                scenarios: [Scenario(id: "standard", version: 1, steps: [step])],
                assignment: [AssignmentRule(scenario: "standard")]
            )
        )
    }

    private func moment(_ text: String) throws -> Date {
        try XCTUnwrap(ISO8601DateFormatter().date(from: text))
    }

    private func object(_ text: String) throws -> NSDictionary {
        try XCTUnwrap(JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    }

    private func text(_ json: Any?) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: XCTUnwrap(json))
        return try XCTUnwrap(String(data: data, encoding: .utf8))
    }
}
