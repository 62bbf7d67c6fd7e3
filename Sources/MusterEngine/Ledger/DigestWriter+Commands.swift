import MusterDomain

extension DigestWriter {
    /// The command's name and operands up to the last one; false if it is not one of those written here.
    mutating func write(_ command: Command) -> Bool {
        switch command {
        case .raise(let raise): self.raise(raise)
        case .importWhistle(let source): imported(source)
        case .closeImported(let id, let resolution):
            begin("closeImported", id)
            optionalText("resolution", resolution)
        case .passDeadline(let deadline): pass(deadline)
        case .approve, .linkDemand, .withdraw, .dispatch, .deliver, .acknowledge, .reportIn, .object, .arbitrate:
            return call(command)
        case .assignTask, .acceptTask, .reportProgress, .completeTask, .attach: return work(command)
        case .claimDone, .inspect, .followUp, .close, .evaluateDepartment, .evaluateStreet: return end(command)
        default: return false
        }
        return true
    }

    private mutating func begin(_ name: String, _ id: WhistleID) {
        raw(name)
        raw("\":{\"_0\":")
        integer(Int64(id.rawValue))
    }

    private mutating func call(_ command: Command) -> Bool {
        switch command {
        case .approve(let id, let post, let slip):
            begin("approve", id)
            member("by", post)
            member("slip", slip)
        case .linkDemand(let id, let reference):
            begin("linkDemand", id)
            member("reference", reference)
        case .withdraw(let id, _):
            begin("withdraw", id)
            text("reason")
        case .dispatch(let id, let orders):
            begin("dispatch", id)
            raw(",\"_1\":")
            calls(orders)
        case .deliver(let id): begin("deliver", id)
        case .acknowledge(let id): begin("acknowledge", id)
        case .reportIn(let id, let person, let mode):
            begin("reportIn", id)
            member("mode", mode)
            optional("person", person)
        case .object(let id, let ground, let proposed, _, _):
            begin("object", id)
            text("basis")
            member("ground", ground)
            optional("proposed", proposed)
            text("reason")
        case .arbitrate(let id, let unit, let ruling, let nextLead, _):
            begin("arbitrate", id)
            member("_1", unit)
            member("_2", ruling)
            optional("nextLead", nextLead)
            text("reason")
        default: return false
        }
        return true
    }

    private mutating func work(_ command: Command) -> Bool {
        switch command {
        case .assignTask(let id, let unit, let due, let proofNeeded, _):
            begin("assignTask", id)
            member("_1", unit)
            member("due", due)
            text("duty")
            member("proofNeeded", proofNeeded)
        case .acceptTask(let id, let task):
            begin("acceptTask", id)
            member("task", Int64(task))
        case .reportProgress(let id, let task, let percent, _):
            begin("reportProgress", id)
            text("note")
            member("percent", Int64(percent))
            member("task", Int64(task))
        case .completeTask(let id, let task, _):
            begin("completeTask", id)
            text("note")
            member("task", Int64(task))
        case .attach(let id, let task, let sha256, let size, let media, _):
            begin("attach", id)
            text("caption")
            member("media", media)
            member("sha256", sha256)
            member("size", Int64(size))
            optional("task", task)
        default: return false
        }
        return true
    }

    private mutating func end(_ command: Command) -> Bool {
        switch command {
        case .claimDone(let id, let result, _):
            begin("claimDone", id)
            member("_1", result)
            text("summary")
        case .inspect(let id, let verdict, _):
            begin("inspect", id)
            member("_1", verdict)
            text("note")
        case .followUp(let id, let demand, let outcome, let solved, let satisfaction, _):
            begin("followUp", id)
            member("_2", outcome)
            member("_3", solved)
            optional("demand", demand)
            text("note")
            optional("satisfaction", satisfaction)
        case .close(let id, let closing, _):
            begin("close", id)
            member("_1", closing)
            text("reason")
        case .evaluateDepartment(let id, let unit, let score, _):
            begin("evaluateDepartment", id)
            member("_1", unit)
            text("comment")
            member("score", Int64(score))
        case .evaluateStreet(let id, let score, _):
            begin("evaluateStreet", id)
            text("comment")
            member("score", Int64(score))
        default: return false
        }
        return true
    }

    // MARK: Larger operands

    private mutating func raise(_ raise: Raise) {
        raw("raise\":{\"_0\":{")
        let start = bytes.count
        optional("approvedBy", raise.approvedBy)
        raw(",\"calls\":")
        calls(raise.calls)
        member("category", raise.category)
        optional("due", raise.due)
        member("kind", raise.kind)
        text("place")
        optional("slip", raise.slip)
        text("subject")
        text("whyNotAlone")
        dropComma(at: start)
        raw("}")
    }

    private mutating func calls(_ orders: [CallOrder]) {
        raw("[")
        for (index, order) in orders.enumerated() {
            raw(index == 0 ? "{" : ",{")
            let start = bytes.count
            optional("reportInBy", order.reportInBy)
            member("role", order.role)
            member("unit", order.unit)
            dropComma(at: start)
            raw("}")
        }
        raw("]")
    }

    private mutating func imported(_ source: ImportedCase) {
        raw("importWhistle\":{\"_0\":{")
        let start = bytes.count
        member("category", source.category)
        member("department", source.department)
        optionalText("detail", source.detail)
        optional("due", source.due)
        optionalText("place", source.place)
        member("reference", source.reference)
        member("street", source.street)
        text("subject")
        dropComma(at: start)
        raw("}")
    }

    private mutating func pass(_ deadline: PendingDeadline) {
        raw("passDeadline\":{\"_0\":{\"due\":")
        integer(deadline.due.milliseconds)
        member("item", Int64(deadline.item))
        member("kind", deadline.kind)
        member("whistle", deadline.whistle)
        raw("}")
    }
}
