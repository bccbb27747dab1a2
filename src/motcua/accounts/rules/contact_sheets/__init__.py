"""The workbook (XLSX) in which an agency tells the contacts of its places and officers: layout, reading, writing."""
