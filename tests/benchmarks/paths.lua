-- Have wrk ask for the addresses in the file PATHS, each request for one of them at random.

local paths = {}
for path in io.lines(os.getenv("PATHS")) do
  paths[#paths + 1] = path
end

function init()
  math.randomseed(os.time())
end

function request()
  return wrk.format("GET", paths[math.random(#paths)])
end
