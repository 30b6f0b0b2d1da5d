exports.handler = async (event) => ({ width: event.width / 4 })
