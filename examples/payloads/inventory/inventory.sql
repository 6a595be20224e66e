SELECT name, megabytes
FROM (
  SELECT table_name AS name, ROUND(data_length / 1e6, 1) AS megabytes, ROW_NUMBER() OVER (ORDER BY data_length DESC) AS place
  FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE') AS placed
WHERE place <= @top
ORDER BY place;
