-- Readers for wrk: each asks for one of the paths in the file that is named, at random. With a second word, looks at
-- every answer: its status, its length, and whether it is packed whole (RFC 1952).

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  requests, bad = {}, 0
  for path in io.lines(args[1]) do
    table.insert(requests, wrk.format("GET", path))
  end
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 1000000)
  if args[2] then
    response = look
  end
end

function request()
  return requests[math.random(#requests)]
end

function look(status, headers, body)
  local length
  for name, value in pairs(headers) do
    if name:lower() == "content-length" then length = tonumber(value) end
  end
  local first, second = body:byte(1, 2)
  if status ~= 200 or length ~= #body or first ~= 31 or second ~= 139 then
    bad = bad + 1
  end
end

function done(summary, latency)
  local errors, wrong = summary.errors, 0
  for _, thread in ipairs(threads) do
    wrong = wrong + thread:get("bad")
  end
  io.write(string.format("MEASURED %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout + wrong))
end
