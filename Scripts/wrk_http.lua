-- What wrk asks of a Muster server, by the first argument behind "--":
--   live                                  the liveness of the process
--   get PATH TOKENS                       the same resource with one token after the other
--   act WHISTLES TOKENS FIRST LAST THREADS
--                                         report-ins over prepared calls: every request another call, with the token of
--                                         the called unit and a command id of its own
-- WHISTLES and TOKENS are files with one name or token a line. The result is one line of JSON behind "RESULT ".

local ROOT = "/v1/districts/610113"
local threads = {}

function setup(thread)
    thread:set("number", #threads)
    table.insert(threads, thread)
end

local function lines(path)
    local found = {}
    for line in io.lines(path) do
        found[#found + 1] = line
    end
    return found
end

local function head(method, path, token)
    return method .. " " .. ROOT .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " .. token .. "\r\n"
end

function init(args)
    ranOut = 0
    if args[1] == "live" then
        local text = "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        request = function() return text end
    elseif args[1] == "get" then
        local texts = {}
        for index, token in ipairs(lines(args[3])) do
            texts[index] = head("GET", args[2], token) .. "\r\n"
        end
        local turn = number
        request = function()
            turn = turn + 1
            return texts[turn % #texts + 1]
        end
    else
        local whistles, tokens = lines(args[2]), lines(args[3])
        local call, last, step = tonumber(args[4]) + number, tonumber(args[5]), tonumber(args[6])
        request = function()
            if call >= last then
                ranOut = 1
                wrk.thread:stop()
                return "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
            end
            local whistle = whistles[call % #whistles + 1]
            local token = tokens[math.floor(call / #whistles) + 1]
            local text = head("POST", "/whistles/" .. whistle .. "/calls/own/report-in", token)
                .. 'Idempotency-Key: "wrk-' .. call
                .. '"\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}'
            call = call + step
            return text
        end
    end
end

function done(summary, latency, requests)
    local ran = 0
    for _, thread in ipairs(threads) do
        ran = ran + thread:get("ranOut")
    end
    local errors = summary.errors
    print(string.format(
        'RESULT {"requests":%d,"seconds":%.6f,"p50":%.6f,"p99":%.6f,"most":%.6f,"refused":%d,"broken":%d,"ranOut":%d}',
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6,
        latency.max / 1e6, errors.status, errors.connect + errors.read + errors.write + errors.timeout, ran))
end
